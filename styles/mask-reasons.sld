<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>mask-reasons</Name>
    <UserStyle>
      <Name>mask-reasons</Name>
      <Title>Why a pixel has no value (code)</Title>
      <Abstract>Band 5 of a result: the first reason for which a pixel was not estimated. Estimated pixels have a colour too: transparent is what lies outside of the result.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>5</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <ColorMap type="values">
              <ColorMapEntry color="#FFB55A" quantity="0" label="0 estimated"/>
              <ColorMapEntry color="#D9D9D9" quantity="1" label="1 background"/>
              <ColorMapEntry color="#F7F7F7" quantity="2" label="2 cloud"/>
              <ColorMapEntry color="#525252" quantity="3" label="3 cloud shadow"/>
              <ColorMapEntry color="#9ECAE1" quantity="4" label="4 snow"/>
              <ColorMapEntry color="#2171B5" quantity="5" label="5 water"/>
              <ColorMapEntry color="#41AB5D" quantity="6" label="6 vegetation"/>
              <ColorMapEntry color="#E31A1C" quantity="7" label="7 bad input"/>
              <ColorMapEntry color="#FEE391" quantity="8" label="8 outside the region"/>
              <ColorMapEntry color="#BCBDDC" quantity="9" label="9 thin or medium cirrus"/>
              <ColorMapEntry color="#DADAEB" quantity="10" label="10 haze"/>
              <ColorMapEntry color="#FB9A99" quantity="11" label="11 reduced quality"/>
              <ColorMapEntry color="#6A3D9A" quantity="12" label="12 defective bands"/>
              <ColorMapEntry color="#BF812D" quantity="13" label="13 dry vegetation"/>
              <ColorMapEntry color="#35978F" quantity="14" label="14 moisture or residue"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
