<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Soil salinity ECe (dS/m), FAO/USDA classes&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Electrical conductivity of the saturation extract in five classes. Blue to red, told apart with colour-vision deficiency. Pixels without a value are transparent.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="16">
      <rastershader>
        <!-- QGIS counts a value to the class that it ends; the bound belongs to the next one, so each is the float32 just below it. -->
        <colorrampshader colorRampType="DISCRETE" classificationMode="1" clip="0" minimumValue="0" maximumValue="16">
          <item value="-1.401298464324817e-45" color="#2c7bb6" alpha="255" label="below 0"/>
          <item value="1.9999998807907104" color="#2c7bb6" alpha="255" label="0 - 2 non-saline"/>
          <item value="3.999999761581421" color="#abd9e9" alpha="255" label="2 - 4 slightly saline"/>
          <item value="7.999999523162842" color="#ffffbf" alpha="255" label="4 - 8 moderately saline"/>
          <item value="15.999999046325684" color="#fdae61" alpha="255" label="8 - 16 strongly saline"/>
          <item value="inf" color="#d7191c" alpha="255" label="&gt; 16 very strongly saline"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
